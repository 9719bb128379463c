package app.countersign.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which scope an API key needs for a resource: {@code @Scoped("contracts")}. Said of the class, or of a method that
 * differs. A resource without it is closed to everybody, and a test fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Scoped {

    /** Open to everybody, with and without a key. */
    String OPEN = "";

    /** An area of {@link Scopes}, or {@link #OPEN}. */
    String value();
}
