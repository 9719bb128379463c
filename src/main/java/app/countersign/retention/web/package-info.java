/** The pages of deletions. */
package app.countersign.retention.web;
