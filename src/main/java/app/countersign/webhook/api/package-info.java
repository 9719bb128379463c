/** Webhooks over REST. */
package app.countersign.webhook.api;
