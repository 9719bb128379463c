/** What all pages share: the words in the reader's language, and the headers that every answer carries. */
package app.countersign.kernel.web;
