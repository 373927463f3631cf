// Events after which the phone asks for its week again; by name, for the contract's schemas would weigh on every start.
export const phoneNews = [
  'assignment_created',
  'assignment_moved',
  'assignment_removed',
  'assignment_locked',
  'assignments_published',
  'progress_corrected',
  'note_added',
  'entries_decided',
  'absence_decided',
  'days_told',
  'poll_asked',
  'poll_changed',
  'poll_closed',
  'call_sheets_published',
] as const
