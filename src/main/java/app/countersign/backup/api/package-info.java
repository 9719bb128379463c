/** Backups over REST. */
package app.countersign.backup.api;
