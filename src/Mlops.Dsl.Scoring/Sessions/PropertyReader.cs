using Microsoft.ML.OnnxRuntime;
using Mlops.Dsl.Columns;

namespace Mlops.Dsl.Sessions;

/// <summary>Takes one property's value of a row from its output.</summary>
internal abstract class PropertyReader
{
    public abstract void Read(int row);
}

/// <summary>A property that is a number.</summary>
internal sealed class NumberReader<T, TElement>(NumberBuffer<TElement> output, RowCell<T> cell, int position, int width) : PropertyReader
    where TElement : unmanaged
{
    private readonly TElement[] _elements = output.Elements;

    public override void Read(int row) => cell.Value = Element<TElement>.To<T>(_elements[(row * width) + position]);
}

/// <summary>A property that is a text or has one. The texts of classes are few: each is made once.</summary>
internal sealed class TextReader<T>(TextBuffer output, RowCell<T> cell, int position, int width) : PropertyReader
{
    private const int KnownTexts = 64;
    private readonly List<(byte[] Utf8, T Value)> _known = [];

    public override void Read(int row)
    {
        var utf8 = output.Tensor.GetStringElementAsSpan((row * width) + position);
        foreach (var (text, value) in _known)
        {
            if (utf8.SequenceEqual(text))
            {
                cell.Value = value;
                return;
            }
        }

        var spelled = System.Text.Encoding.UTF8.GetString(utf8);
        if (cell is RowCell<string> plain)
        {
            plain.Value = spelled;
        }
        else if (!cell.TrySetText(spelled))
        {
            throw new ModelException(
                $"The model gives '{spelled}' for '{cell.Name}', which is no {cell.TypeName}: {cell.Expected} is expected."
            );
        }

        if (_known.Count < KnownTexts)
        {
            _known.Add((utf8.ToArray(), cell.Value));
        }
    }
}

/// <summary>Makes the reader of a property from its output.</summary>
internal readonly struct ReaderMaker<TPrediction>(TensorBuffer output, RowCell cell, int position, int width)
    : IRowColumnVisitor<TPrediction, PropertyReader>
{
    public PropertyReader Visit<T>(RowColumn<TPrediction, T> column)
    {
        var typed = (RowCell<T>)cell;
        return output switch
        {
            NumberBuffer<float> numbers => new NumberReader<T, float>(numbers, typed, position, width),
            NumberBuffer<double> numbers => new NumberReader<T, double>(numbers, typed, position, width),
            NumberBuffer<bool> numbers => new NumberReader<T, bool>(numbers, typed, position, width),
            NumberBuffer<sbyte> numbers => new NumberReader<T, sbyte>(numbers, typed, position, width),
            NumberBuffer<byte> numbers => new NumberReader<T, byte>(numbers, typed, position, width),
            NumberBuffer<short> numbers => new NumberReader<T, short>(numbers, typed, position, width),
            NumberBuffer<ushort> numbers => new NumberReader<T, ushort>(numbers, typed, position, width),
            NumberBuffer<int> numbers => new NumberReader<T, int>(numbers, typed, position, width),
            NumberBuffer<uint> numbers => new NumberReader<T, uint>(numbers, typed, position, width),
            NumberBuffer<long> numbers => new NumberReader<T, long>(numbers, typed, position, width),
            NumberBuffer<ulong> numbers => new NumberReader<T, ulong>(numbers, typed, position, width),
            _ => new TextReader<T>((TextBuffer)output, typed, position, width),
        };
    }
}
