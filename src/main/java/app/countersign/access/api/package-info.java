/** API keys over the API, and the gate that asks every request for the scope that its resource names. */
package app.countersign.access.api;
