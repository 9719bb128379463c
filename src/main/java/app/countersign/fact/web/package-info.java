/** The page of the application's own facts. */
package app.countersign.fact.web;
