/** Organisations over REST. */
package app.countersign.party.api;
