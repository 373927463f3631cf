-- Ways of looking at the board that people keep. `shared`: everybody who may read the plan sees it.
create table planning.board_views (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  author_id uuid not null,
  author_name text not null,
  name text not null,
  shared boolean not null,
  board jsonb not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (organization_id, id)
);
create index board_views_by_author on planning.board_views (organization_id, author_id);
call platform.protect('planning.board_views');

-- The view a member's board opens with.
create table planning.default_views (
  organization_id uuid not null,
  member_id uuid not null,
  view_id uuid not null,
  primary key (organization_id, member_id),
  foreign key (organization_id, view_id) references planning.board_views (organization_id, id) on delete cascade
);
call platform.protect('planning.default_views');
