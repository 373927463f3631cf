-- The one way a picture or file ends: with the reports that showed it, once nobody may keep them any longer. Nobody
-- deletes from this table by themselves.
create function fieldwork.forget_photos(forgotten_ids uuid[]) returns void
  language sql security definer set search_path = '' as $$
    delete from fieldwork.photos as photo
    where photo.organization_id = (select platform.current_organization()) and photo.id = any(forgotten_ids)
  $$;
revoke execute on function fieldwork.forget_photos from public;
grant execute on function fieldwork.forget_photos to regie_app;
