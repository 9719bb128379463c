/** The customer's pages, the files and pictures they show, and the page that judges files. */
package app.countersign.portal.web;
