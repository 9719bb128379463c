/** The signed-in person's day: the frame's rooms, the desk, the search, the help. It may know every room. */
package app.countersign.desk.web;
