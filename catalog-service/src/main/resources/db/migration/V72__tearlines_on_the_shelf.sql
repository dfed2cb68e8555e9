-- What an approved tearline says is on the shelf too, under the tearline's own label: for those who may not have what it was made of.
alter table shelf add column tearline uuid references tearline;

insert into shelf_queue (asset)
select distinct l.asset from listed_asset l join tearline t on t.asset = l.asset and t.version = l.version;
