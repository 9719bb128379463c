/**
 * Mail that leaves. A room that has something to tell puts a row into the outbox, in its own transaction, so that the
 * mail goes out if and only if the change holds; a job delivers the rows afterwards and tries for days before it gives
 * up. Without a mail server the rows wait where everybody can see them.
 *
 * <p>The room knows nothing of what the mails are about: they come with their words, and with the kind and id of the
 * object that they tell of.
 */
package app.countersign.mail;
