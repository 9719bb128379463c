/** Breaches over REST. */
package app.countersign.breach.api;
