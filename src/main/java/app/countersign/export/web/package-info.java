/** The pages of archives of evidence. */
package app.countersign.export.web;
