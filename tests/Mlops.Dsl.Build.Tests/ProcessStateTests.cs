using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Tests;

/// <summary>What a call of the framework changes of the process, and what it depends on, is told by its name.</summary>
public sealed class ProcessStateTests
{
    private const string Some = "Some.Type";

    [Theory]
    [InlineData("set_")]
    [InlineData("add_")]
    [InlineData("remove_")]
    [InlineData("Set")]
    [InlineData("Add")]
    [InlineData("Remove")]
    [InlineData("Register")]
    [InlineData("Unregister")]
    [InlineData("Use")]
    [InlineData("Enable")]
    [InlineData("Disable")]
    public void A_static_member_that_is_called_like_a_change_and_returns_nothing_changes_its_type(string prefix)
    {
        Assert.Equal(Some, Static(Some, prefix + "X"));
        Assert.Null(OfObject(Some, prefix + "X"));
        Assert.Null(Static(Some, "Get" + prefix + "X"));
        Assert.Equal(prefix == "add_" ? Some : null, ProcessState.ChangedBy(Some, prefix + "X", isStatic: true, returnsNothing: false));
    }

    [Theory]
    [InlineData("System.Environment")]
    [InlineData("System.AppContext")]
    [InlineData("System.AppDomain")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.Threading.Thread")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext")]
    [InlineData("System.Runtime.InteropServices.NativeLibrary")]
    [InlineData("System.ComponentModel.TypeDescriptor")]
    [InlineData("System.Globalization.CultureInfo")]
    public void What_nearly_all_code_depends_on_is_changed_everywhere(string type)
    {
        Assert.Equal(ProcessState.Everywhere, Static(type, "SetX"));
        Assert.Equal(ProcessState.Everywhere, OfObject(type, "SetX"));
        Assert.Null(Static(type, "GetX"));
    }

    [Fact]
    public void Encodings_are_registered_everywhere_and_set_on_one_object()
    {
        Assert.Equal(ProcessState.Everywhere, Static("System.Text.Encoding", "RegisterProvider"));
        Assert.Null(OfObject("System.Text.Encoding", "set_EncoderFallback"));
    }

    [Theory]
    [InlineData("System.AppDomain", "add_UnhandledException")]
    [InlineData("System.AppDomain", "add_ProcessExit")]
    [InlineData("System.AppDomain", "add_DomainUnload")]
    [InlineData("System.AppDomain", "add_FirstChanceException")]
    [InlineData("System.Console", "add_CancelKeyPress")]
    [InlineData("System.Console", "remove_CancelKeyPress")]
    [InlineData("System.Threading.Tasks.TaskScheduler", "add_UnobservedTaskException")]
    [InlineData("System.Threading.Thread", "set_IsBackground")]
    [InlineData("System.Threading.Thread", "set_Priority")]
    public void What_a_process_does_when_it_ends_or_how_fast_it_is_changes_no_result(string type, string member)
    {
        Assert.Null(Static(type, member));
        Assert.NotNull(Static(type, "set_Other"));
    }

    [Theory]
    [InlineData("System.Array")]
    [InlineData("System.Buffer")]
    [InlineData("System.GC")]
    [InlineData("System.Threading.Volatile")]
    [InlineData("System.Threading.Interlocked")]
    [InlineData("System.Runtime.CompilerServices.Unsafe")]
    [InlineData("System.Runtime.InteropServices.CollectionsMarshal")]
    [InlineData("System.Runtime.InteropServices.Marshal")]
    [InlineData("System.Runtime.InteropServices.MemoryMarshal")]
    [InlineData("Some.ListExtensions")]
    public void What_works_on_its_arguments_changes_nothing_else(string type) => Assert.Null(Static(type, "SetX"));

    [Theory]
    [InlineData("System.AppContext")]
    [InlineData("System.AppDomain")]
    [InlineData("System.Threading.Thread")]
    public void What_was_left_as_data_may_be_an_object_that_whoever_gets_it_changes(string type)
    {
        Assert.Equal(ProcessState.Everywhere, Static(type, "GetData"));
        Assert.Null(Static(Some, "GetData"));
    }

    [Fact]
    public void The_exit_code_is_state_of_its_own()
    {
        var written = Static("System.Environment", "set_ExitCode");

        Assert.Equal(written, ProcessState.ReadBy("System.Environment", "get_ExitCode", returnsNothing: false));
        Assert.Contains("ExitCode", written, StringComparison.Ordinal);
        Assert.NotEqual(ProcessState.Everywhere, written);
        Assert.Null(Static("System.Environment", "get_ExitCode"));
        Assert.Equal(Some, Static(Some, "set_ExitCode"));
        Assert.Equal(Some, ProcessState.ReadBy(Some, "get_ExitCode", returnsNothing: false));
    }

    [Theory]
    [InlineData("get_In", true)]
    [InlineData("OpenStandardInput", true)]
    [InlineData("ReadLine", true)]
    [InlineData("Read", true)]
    [InlineData("get_Out", false)]
    [InlineData("Beep", false)]
    public void Who_reads_the_consoles_input_takes_it_from_others(string member, bool expected)
    {
        Assert.Equal(expected ? "System.Console" : null, Static("System.Console", member));
        Assert.Null(Static(Some, member));
    }

    [Theory]
    [InlineData("System.Diagnostics.Trace", true)]
    [InlineData("System.Diagnostics.ActivitySource", true)]
    [InlineData("System.Diagnostics.Stopwatch", false)]
    [InlineData("System.Diagnostics.Process", false)]
    [InlineData("System.Diagnostics.ProcessStartInfo", false)]
    [InlineData("System.Diagnostics.FileVersionInfo", false)]
    [InlineData("System.Diagnostics.StackTrace", false)]
    [InlineData("System.Diagnostics.StackFrame", false)]
    [InlineData("System.Diagnostics.UnreachableException", false)]
    [InlineData("System.Diagnostics.Debugger", false)]
    [InlineData("System.Diagnostics.DebuggerDisplayAttribute", false)]
    [InlineData(Some, false)]
    public void What_traces_may_run_listeners_and_depends_on_none(string type, bool traces)
    {
        Assert.Equal(traces, ProcessState.MayRunListeners(type));
        Assert.Equal(traces ? type : null, OfObject(type, "Start"));
        Assert.Equal(traces ? null : type, ProcessState.ReadBy(type, "Start", returnsNothing: true));
        Assert.Equal(type, ProcessState.ReadBy(type, "Start", returnsNothing: false));
    }

    [Fact]
    public void What_is_printed_may_run_writers_and_depends_on_none()
    {
        Assert.True(ProcessState.MayRunListeners("System.Console"));
        Assert.True(ProcessState.Prints("System.Console", "WriteLine"));
        Assert.False(ProcessState.Prints("System.Console", "ReadLine"));
        Assert.False(ProcessState.Prints(Some, "WriteLine"));
        Assert.Null(ProcessState.ReadBy("System.Console", "WriteLine", returnsNothing: true));
        Assert.Null(ProcessState.ReadBy("System.Console", "set_Out", returnsNothing: true));
        Assert.Equal("System.Console", ProcessState.ReadBy("System.Console", "get_Out", returnsNothing: false));
        Assert.Equal(Some, ProcessState.ReadBy(Some, "set_Out", returnsNothing: true));
        Assert.Null(ProcessState.ReadBy("System.Object", "ToString", returnsNothing: false));
    }

    private static string? Static(string type, string member) => ProcessState.ChangedBy(type, member, isStatic: true, returnsNothing: true);

    private static string? OfObject(string type, string member) =>
        ProcessState.ChangedBy(type, member, isStatic: false, returnsNothing: true);
}
