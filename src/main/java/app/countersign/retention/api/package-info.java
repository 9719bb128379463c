/** Stores, rules, runs and holds over REST. */
package app.countersign.retention.api;
