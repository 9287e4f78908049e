-- A measure that the plan above no longer has may be kept below as the unit's own: a step of its own in the timeline.
alter table measure_step drop constraint measure_step_kind_check;
alter table measure_step add constraint measure_step_kind_check check (kind in
  ('created', 'changed', 'started', 'submitted', 'accepted', 'returned', 'postponed', 'cancelled', 'restored',
   'commented', 'case-added', 'offered', 'taken-over', 'kept', 'escalated', 'removed'));

-- What came of the year, in the words of whoever ended the plan; null while it runs.
alter table plan add column result text;
