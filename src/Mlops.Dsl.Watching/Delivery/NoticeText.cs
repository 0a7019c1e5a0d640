using System.Text;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Watching;

/// <summary>A notice as people read it.</summary>
internal static class NoticeText
{
    /// <summary>The subject in one line: whatever else is in it could end a mail's head.</summary>
    public static string Subject(NoticePayload notice)
    {
        var line = new StringBuilder(notice.Subject.Length);
        foreach (var c in notice.Subject)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString().Trim();
    }

    /// <summary>The text, with who tells it.</summary>
    public static string Body(NoticePayload notice)
    {
        var origin = notice.Origin;
        var window = origin.Window is { } time ? $", about {time}" : "";
        return $"{notice.Text.TrimEnd()}\n\n-- \nTold by '{origin.Stage}' of the pipeline '{origin.Pipeline}', run "
            + $"{origin.RunId}{window}.\n";
    }
}
