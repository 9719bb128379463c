package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ReturnStateConverter implements AttributeConverter<ReturnState, String> {

    @Override
    public String convertToDatabaseColumn(ReturnState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ReturnState convertToEntityAttribute(String word) {
        return KebabCase.read(ReturnState.class, word);
    }
}
