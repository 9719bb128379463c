/** The access log's pages, its table, and the filter that feeds it. */
package app.countersign.accesslog.web;
