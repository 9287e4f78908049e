-- Days past the last one after which the level above is told of a measure that nobody has done.
insert into setting (id, unit_id, value) select 'measure-escalation-days', id, '10' from unit where parent_id is null;
