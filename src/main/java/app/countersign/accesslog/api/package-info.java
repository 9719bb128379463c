/** The access log over REST. */
package app.countersign.accesslog.api;
