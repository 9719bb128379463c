/** Archives of evidence for programs. */
package app.countersign.export.api;
