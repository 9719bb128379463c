/** The pages of the outbox. */
package app.countersign.mail.web;
