using Microsoft.ML.OnnxRuntime;

namespace Mlops.Dsl.Sessions;

/// <summary>Opens sessions, and says what is missing where that fails.</summary>
internal static class SessionFactory
{
    public const string NativeLibraryMissing =
        "The native library of ONNX Runtime is not there: models are scored by it. Reference the package Mlops.Dsl.OnnxRuntime "
        + "(or Mlops.Dsl.OnnxRuntime.Gpu for CUDA) in the program's project. It needs glibc 2.28 or newer on Linux.";

    private const string CudaProvider = "CUDAExecutionProvider";

    public static InferenceSession Open(ReadOnlyMemory<byte> onnx, ScorerOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        try
        {
            using var session = new SessionOptions
            {
                IntraOpNumThreads = options.Threads,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                // What fails is thrown; nothing writes to the console beside it.
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            // Threads that wait by spinning take the processor from the requests beside them.
            session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            if (options.Device == ScorerDevice.Cuda)
            {
                AddCuda(session, options.DeviceId);
            }

            return new InferenceSession(onnx.ToArray(), session);
        }
        catch (Exception exception) when (IsNativeLibraryMissing(exception))
        {
            throw new ModelException(NativeLibraryMissing, exception);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException($"ONNX Runtime can't load the model: {EngineText.Of(exception)}", exception);
        }
    }

    /// <summary>
    /// Finds out whether ONNX Runtime loads a graph, where the program has it: one that only reads and passes on models may do without.
    /// </summary>
    /// <exception cref="ModelException">It does not; the message says why.</exception>
    public static void Try(ReadOnlyMemory<byte> onnx)
    {
        try
        {
            Open(onnx, new ScorerOptions()).Dispose();
        }
        catch (ModelException exception) when (exception.InnerException is { } inner && IsNativeLibraryMissing(inner))
        {
            // Who scores with the model finds out.
        }
    }

    /// <summary>The first call into the library fails in a static constructor, as what the loader threw.</summary>
    public static bool IsNativeLibraryMissing(Exception exception) =>
        exception is DllNotFoundException or BadImageFormatException
        || (exception is TypeInitializationException { InnerException: { } inner } && IsNativeLibraryMissing(inner));

    private static void AddCuda(SessionOptions session, int device)
    {
        if (!OrtEnv.Instance().GetAvailableProviders().Contains(CudaProvider, StringComparer.Ordinal))
        {
            throw new ModelException(
                "The scorer was asked for CUDA, and the ONNX Runtime of this program is built for the processor alone: CUDA is absent. "
                    + "Reference the package Mlops.Dsl.OnnxRuntime.Gpu instead of Mlops.Dsl.OnnxRuntime, or leave "
                    + "ScorerOptions.Device at Cpu."
            );
        }

        try
        {
            session.AppendExecutionProvider_CUDA(device);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException(
                $"The scorer was asked for CUDA device {device}, and CUDA can't be used on this machine: {EngineText.Of(exception)} "
                    + "Install the NVIDIA driver, CUDA 13 and cuDNN 9, or leave ScorerOptions.Device at Cpu.",
                exception
            );
        }
    }
}
