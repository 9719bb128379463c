/**
 * Starts the application: reads and checks the settings, starts the server with them as a child process, and says where
 * it is once a page really answers. Runs on the plain JDK, before there is a container; of the other rooms it knows only
 * the kernel's settings.
 */
package app.countersign.launch;
