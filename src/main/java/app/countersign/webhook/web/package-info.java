/** The page of webhooks. */
package app.countersign.webhook.web;
