/** Imports for programs. */
package app.countersign.importing.api;
