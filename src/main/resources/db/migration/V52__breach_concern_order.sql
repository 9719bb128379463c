-- The controllers of a breach by their names, a page of them at a time.
create index breach_concern_in_order on breach_concern (breach_id, controller_name, contract_number);
