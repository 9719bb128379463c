/**
 * Keeps secrets: encrypts what other rooms must store and nobody may read, and signs for the installation. What is kept
 * here can only be opened with the installation's key, which lies outside the database.
 *
 * <p>The key can be changed while the application runs. {@link app.countersign.vault.RotateKey} adds a new one to the
 * file; from then on the vault encrypts with that, a job encrypts anew what is stored ({@link
 * app.countersign.vault.Concealed} says where that is), and then the old one can be dropped.
 */
package app.countersign.vault;
