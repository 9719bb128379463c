/** The outbox over REST. */
package app.countersign.mail.api;
