/** The sign-in page and the language of the reader. */
package app.countersign.access.web;
