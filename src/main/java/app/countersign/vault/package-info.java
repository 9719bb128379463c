/**
 * Keeps secrets: encrypts what other rooms must store and nobody may read, and signs for the installation. What is kept
 * here can only be opened with the installation's key, which lies outside the database.
 */
package app.countersign.vault;
