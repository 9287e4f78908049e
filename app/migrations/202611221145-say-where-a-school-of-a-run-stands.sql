-- Town or village, as the registry had it when the run was made: similar schools are of one kind and locality. Runs of before
-- do not know it.
alter table run_school add column locality text;
