/** The record of processing for programs. */
package app.countersign.processing.api;
