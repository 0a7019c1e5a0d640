using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Generators.Tests.Codecs;

/// <summary>
/// Writes records with random members, each refering to earlier ones, and random values of the last, which holds them all.
/// </summary>
internal sealed class RandomLayouts
{
    private const int RecordCount = 30;
    private const int ValueCount = 40;

    private readonly Random _random;
    private readonly List<string[]> _members = [];

    public RandomLayouts(Random random)
    {
        _random = random;
        var source = new StringBuilder();
        for (var i = 0; i < RecordCount; i++)
        {
            var types = Enumerable.Range(0, random.Next(6)).Select(_ => RandomType(depth: 2)).ToArray();
            types = i == RecordCount - 1 ? [.. Enumerable.Range(0, RecordCount - 1).Select(static record => $"R{record}?")] : types;
            _members.Add(types);
            source.Append(
                CultureInfo.InvariantCulture,
                $"public {(random.Next(3) == 0 ? "record struct" : "sealed record")} "
                    + $"R{i}({string.Join(", ", types.Select(static (type, member) => $"{type} M{member}"))});\n"
            );
        }

        source.Append(
            """
            public static partial class Artifacts
            {
                public static LAST Value() => default!;
                public static string Show(object? value) => value switch
                {
                    null => "null",
                    string text => '"' + text + '"',
                    double number => double.IsNaN(number) ? "NaN" : BitConverter.DoubleToInt64Bits(number).ToString(),
                    System.Collections.IDictionary map => "{" + string.Join(",", map.Keys.Cast<object>().Select(key => Show(key) + ":" + Show(map[key])).Order(StringComparer.Ordinal)) + "}",
                    System.Collections.IEnumerable set when set.GetType().Name.StartsWith("HashSet") => "#" + string.Join(",", set.Cast<object?>().Select(Show).Order(StringComparer.Ordinal)),
                    System.Collections.IEnumerable items => "[" + string.Join(",", items.Cast<object?>().Select(Show)) + "]",
                    System.Runtime.CompilerServices.ITuple tuple => "(" + string.Join(",", Enumerable.Range(0, tuple.Length).Select(i => Show(tuple[i]))) + ")",
                    _ when value.GetType().Name[0] == 'R' => "<" + string.Join(",", value.GetType().GetProperties().Where(p => p.Name[0] == 'M').Select(p => Show(p.GetValue(value)))) + ">",
                    _ => value.ToString()!,
                };
                public static IEnumerable<object> Values()
                {

            """.Replace("LAST", $"R{RecordCount - 1}", StringComparison.Ordinal)
        );
        for (var i = 0; i < ValueCount; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"yield return {RandomValue($"R{RecordCount - 1}")};\n");
        }

        Source = source.Append("} }").ToString();
    }

    public string Source { get; }

    private string RandomType(int depth) =>
        _random.Next(depth == 0 ? 6 : 12) switch
        {
            0 => "int",
            1 => "double",
            2 => "string",
            3 => "bool?",
            4 => "DateOnly",
            5 => _members.Count == 0 ? "string?" : $"R{_random.Next(_members.Count)}?",
            6 => $"List<{RandomType(depth - 1)}>",
            7 => $"{RandomType(0).TrimEnd('?')}[]",
            8 => $"Dictionary<string, {RandomType(depth - 1)}>",
            9 => $"({RandomType(depth - 1)} A, {RandomType(depth - 1)} B)",
            10 => $"HashSet<{(_random.Next(2) == 0 ? "int" : "string")}>?",
            _ => $"IReadOnlyList<{RandomType(depth - 1)}>",
        };

    private string RandomValue(string type)
    {
        if (type.EndsWith('?'))
        {
            return _random.Next(4) == 0 ? "null" : RandomValue(type[..^1]);
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return $"new {type} {{ {Items(type[..^2])} }}";
        }

        if (type[0] == 'R' && int.TryParse(type[1..], System.Globalization.CultureInfo.InvariantCulture, out var record))
        {
            return $"new {type}({string.Join(", ", _members[record].Select(RandomValue))})";
        }

        return type.Split('<')[0] switch
        {
            "int" => _random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture),
            "double" => _random.Next(4) switch
            {
                0 => "double.NaN",
                1 => "-0.0",
                2 => "double.NegativeInfinity",
                _ => _random.NextDouble().ToString("R", CultureInfo.InvariantCulture) + "D",
            },
            "string" => _random.Next(3) switch
            {
                0 => "\"\"",
                1 => "\"ä\\uD800\\0\"",
                _ => $"\"{_random.Next()}\"",
            },
            "bool" => _random.Next(2) == 0 ? "true" : "false",
            "DateOnly" => $"DateOnly.FromDayNumber({_random.Next(3_000_000)})",
            "List" => $"new {type} {{ {Items(type[5..^1])} }}",
            "IReadOnlyList" => $"new {type[14..^1]}[] {{ {Items(type[14..^1])} }}",
            "HashSet" => $"new {type} {{ {Items(type[8..^1])} }}",
            "Dictionary" =>
                $"new {type} {{ {string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(key => $"[\"k{(key * 7) % 5}\"] = {RandomValue(type[19..^1])}"))} }}",
            _ => Tuple(type),
        };
    }

    private string Items(string type) => string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => RandomValue(type)));

    /// <summary>Takes <c>(X A, Y B)</c> apart at the comma that is in no other bracket.</summary>
    private string Tuple(string type)
    {
        var depth = 0;
        for (var i = 0; i < type.Length; i++)
        {
            depth +=
                type[i] is '(' or '<' ? 1
                : type[i] is ')' or '>' ? -1
                : 0;
            if (depth == 1 && type[i] == ',')
            {
                return $"({RandomValue(type[1..(i - 2)])}, {RandomValue(type[(i + 2)..^3])})";
            }
        }

        throw new InvalidOperationException($"'{type}' is no tuple.");
    }
}
