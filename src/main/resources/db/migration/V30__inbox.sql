-- mail: what a processor's people see of the inbox, in the order in which it is shown.
create index intake_mail_of_processor on intake_mail (processor_id, state, arrived_at);
