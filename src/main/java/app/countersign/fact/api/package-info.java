/** The application's own facts over REST. */
package app.countersign.fact.api;
