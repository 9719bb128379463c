package app.countersign.deadline;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class DeadlineStateConverter implements AttributeConverter<DeadlineState, String> {

    @Override
    public String convertToDatabaseColumn(DeadlineState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public DeadlineState convertToEntityAttribute(String word) {
        return KebabCase.read(DeadlineState.class, word);
    }
}
