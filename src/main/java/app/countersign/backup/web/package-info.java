/** The page of the backups. */
package app.countersign.backup.web;
