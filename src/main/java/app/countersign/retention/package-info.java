/**
 * Deletes what a clause says must go, where it lies, and proves it.
 *
 * <p>A {@link app.countersign.retention.Store} is a place with data: a database over JDBC, a folder, or one that only
 * people reach. A {@link app.countersign.retention.Rule} says by which clause which rows of it go, and when. A run counts
 * first, waits for a second person where the rule is new or the count surprises, and then goes in small batches, each one
 * transaction of the store. Before a batch commits there, our ledger holds its keys and counts; so whoever dies at any
 * moment leaves either nothing or what the next one can settle, and nothing is counted twice.
 *
 * <p>In doubt nothing is deleted: a column that is gone, a time that can't be, a foreign key that forbids or a plan that
 * differs from what was approved each stop the run with a reason.
 *
 * <p>Data is held by people, and by what another room has open: a {@link app.countersign.retention.Cause}, such as a breach,
 * says when it begins and ends and whom it is about. Such a hold keeps rows only where they are told apart by their
 * controller, since a breach may be open for months and the others were promised that theirs go; a person may hold more.
 * It can't be lifted by hand. An inquiry says itself what it is about, as a person who places a hold does.
 *
 * <p>What a kind of store can do stands behind {@link app.countersign.retention.Means}; runs, holds, approval and protocols
 * know no SQL.
 */
package app.countersign.retention;
