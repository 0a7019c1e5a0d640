using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Testing.Markup;

internal sealed class MarkupParser(string markup)
{
    private readonly StringBuilder _text = new(markup.Length);
    private readonly Stack<(string? Id, char Close, int Start)> _open = new();
    private readonly List<MarkupSpan> _spans = [];
    private int _at;
    private int? _caret;

    public MarkupText Parse()
    {
        while (_at < markup.Length)
        {
            if (!TryCaret() && !TryOpen() && !TryClose())
            {
                _text.Append(markup[_at++]);
            }
        }

        if (_open.TryPeek(out var unclosed))
        {
            throw new VerificationException(
                $"The markup opened at offset {unclosed.Start} of the source is never closed with '|{unclosed.Close}'."
            );
        }

        return new(_text.ToString(), [.. _spans.OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.Length)], _caret);
    }

    private bool TryCaret()
    {
        // `$$"` starts a raw interpolated string, which tests of interpolation need.
        if (!At("$$") || At("$$\"") || At("$$$"))
        {
            return false;
        }

        _caret = _caret is null ? _text.Length : throw new VerificationException("The markup has more than one caret ($$).");
        _at += 2;
        return true;
    }

    private bool TryOpen()
    {
        if (At("[|"))
        {
            _open.Push((null, ']', _text.Length));
            _at += 2;
            return true;
        }

        if (!At("{|") || IdLength(_at + 2) is not (> 0 and var length))
        {
            return false;
        }

        _open.Push((markup.Substring(_at + 2, length), '}', _text.Length));
        _at += 2 + length + 1;
        return true;
    }

    private bool TryClose()
    {
        if (!_open.TryPeek(out var open) || !At("|" + open.Close))
        {
            return false;
        }

        _open.Pop();
        _spans.Add(new(open.Id, TextSpan.FromBounds(open.Start, _text.Length)));
        _at += 2;
        return true;
    }

    private int IdLength(int start)
    {
        var end = start;
        while (end < markup.Length && char.IsAsciiLetterOrDigit(markup[end]))
        {
            end++;
        }

        return end < markup.Length && markup[end] == ':' ? end - start : 0;
    }

    private bool At(string token) => string.CompareOrdinal(markup, _at, token, 0, token.Length) == 0;
}
