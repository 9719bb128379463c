package app.countersign.webhook;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class CallStateConverter implements AttributeConverter<CallState, String> {

    @Override
    public String convertToDatabaseColumn(CallState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public CallState convertToEntityAttribute(String word) {
        return KebabCase.read(CallState.class, word);
    }
}
