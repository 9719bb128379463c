/** The accounts over REST. */
package app.countersign.account.api;
