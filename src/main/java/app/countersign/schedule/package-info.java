/**
 * Runs the other rooms' jobs. Each job has one row and is run beside the others, and whoever holds the row's lock runs the job: of any number of
 * instances one does, and when it dies the database lets go of the lock at once, so there is no lease to wait for. A job
 * does its work in small transactions of its own and can be run again at any time.
 */
package app.countersign.schedule;
