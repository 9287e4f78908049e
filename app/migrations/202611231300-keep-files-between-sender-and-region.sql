-- A coordinator of a municipality sends files of its schools. What a school has sent by itself stays between the school and
-- the region: a coordinator sees, changes and sends files of the unit they act at, and of none below it.
create policy own_files on import_batch as restrictive
  using (current_setting('app.role', true) is distinct from 'coordinator'
    or unit_path = current_setting('app.unit_path', true))
  with check (current_setting('app.role', true) is distinct from 'coordinator'
    or unit_path = current_setting('app.unit_path', true));
