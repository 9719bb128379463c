/** The page of the record of processing. */
package app.countersign.processing.web;
