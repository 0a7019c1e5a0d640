using System.Diagnostics.CodeAnalysis;

namespace Mlops.Dsl.Execution;

/// <summary>Lists of values: see <see cref="ListText"/>.</summary>
/// <typeparam name="TList">The list's type.</typeparam>
/// <typeparam name="T">The items' type.</typeparam>
internal sealed class ListFormat<TList, T>(ParameterFormat<T> item, Func<T[], TList> create) : ParameterFormat<TList>
    where TList : IEnumerable<T>
{
    public override string Expected => $"a list, separated by commas, in which each item is {item.Expected}";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TList value)
    {
        value = default;
        if (!ListText.TrySplit(text, out var texts))
        {
            return false;
        }

        var items = new T[texts.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (!item.TryParse(texts[i], out items[i]!))
            {
                return false;
            }
        }

        value = create(items);
        return true;
    }

    public override string? Format(TList value) => value is null ? null : ListText.Join(value.Select(item.Format));
}
