/** Deadlines over REST. */
package app.countersign.deadline.api;
