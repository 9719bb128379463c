package app.countersign.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who somebody is, by the provider's word.
 *
 * @param subject the provider's own name for them, which never changes
 * @param userName what they are called there; empty if the provider doesn't say
 * @param name what people read
 * @param email only if the provider has made sure that it is theirs
 * @param factorPassed whether the provider asked for a second factor, and the settings accept that
 */
record ProviderPerson(
        String issuer,
        String subject,
        String userName,
        String name,
        Optional<String> email,
        Set<String> groups,
        boolean factorPassed) {}
